import { html, nothing, render } from 'lit';
import type { Send } from '../api/server.ts';
import { createSignedSend } from '../api/token.ts';
import { words } from './words.ts';

/** Sends a request as the desk's pages do: where the desk wants its token, a small dialog asks the reader for it. */
export const deskSend: Send = createSignedSend(askForToken);

/** Shows the dialog; settles with what was typed, or null for a reader who will not. */
function askForToken(wasRefused: boolean): Promise<string | null> {
  const dialog = document.createElement('dialog');
  dialog.className = 'sign-in';
  dialog.setAttribute('aria-labelledby', 'sign-in-title');
  document.body.append(dialog);
  render(
    form(wasRefused, () => dialog.close()),
    dialog,
  );
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === '' ? null : dialog.returnValue);
    });
    dialog.addEventListener('submit', (event) => {
      event.preventDefault();
      dialog.close(tokenIn(dialog));
    });
  });
}

const tokenIn = (dialog: HTMLDialogElement) => dialog.querySelector('input')?.value.trim() ?? '';

function form(wasRefused: boolean, cancel: () => void) {
  const { title, lead, label, refused, submit, cancel: notNow } = words.signIn;
  return html`<form method="dialog">
    <h2 id="sign-in-title">${title}</h2>
    <p>${lead}</p>
    <label for="token">${label}</label>
    <input id="token" type="password" autocomplete="current-password" required autofocus
      aria-invalid=${wasRefused} aria-describedby=${wasRefused ? 'token-refused' : nothing} />
    ${wasRefused ? html`<p class="sign-in-refused" id="token-refused" role="alert">${refused}</p>` : nothing}
    <p class="buttons">
      <button type="submit" class="button primary">${submit}</button>
      <button type="button" class="button" @click=${cancel}>${notNow}</button>
    </p>
  </form>`;
}
