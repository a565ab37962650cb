import type { PropertyValues } from 'lit';
import { baseUrl } from '../api/base-url.ts';
import type { Server } from '../api/server.ts';
import { fetchSuggestions } from '../api/suggestions.ts';
import { CitedeskChat } from '../chat/chat-element.ts';
import { deskSend } from './sign-in.ts';

/** The chat as the desk's own page has it: signed in where the desk wants that. */
export class PageChat extends CitedeskChat {
  protected override get server(): Server {
    return { base: baseUrl(this.src ?? '.', document.baseURI, import.meta.url), send: deskSend };
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void fetchSuggestions(this.server).then((suggestions) => {
      this.suggestions = suggestions;
    });
  }
}

customElements.define('desk-chat', PageChat);
