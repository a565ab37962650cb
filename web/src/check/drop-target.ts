import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The whole window as a place to drop a file. */
export class DropTarget implements ReactiveController {
  /** A file is held over the window. */
  isOver = false;
  readonly #host: ReactiveControllerHost;
  readonly #onFile: (file: File) => void;
  #listening: AbortController | null = null;

  constructor(host: ReactiveControllerHost, onFile: (file: File) => void) {
    this.#host = host;
    this.#onFile = onFile;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener('dragover', (event) => this.#drag(event), { signal });
    addEventListener('dragleave', (event) => this.#leave(event), { signal });
    addEventListener('drop', (event) => this.#drop(event), { signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  #drag(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.#set(true);
  }

  // From the window into nothing; between its parts a drag leaves and enters all the time.
  #leave(event: DragEvent): void {
    if (event.relatedTarget === null) this.#set(false);
  }

  #drop(event: DragEvent): void {
    this.#set(false);
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    this.#onFile(file);
  }

  #set(isOver: boolean): void {
    if (isOver === this.isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }
}
