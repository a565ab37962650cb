import type { PropertyDeclarations } from 'lit';
import type { Server } from '../api/server.ts';
import { siteSend } from '../api/site.ts';
import { CitedeskChat } from '../chat/chat-element.ts';

/**
 * The question desk on pages of other sites. Besides what it takes everywhere:
 *
 * - `site`: the key under which the desk's public app knows the site.
 */
export class SiteChat extends CitedeskChat {
  static override properties: PropertyDeclarations = { site: { type: String } };

  declare site: string | null;

  constructor() {
    super();
    this.site = null;
  }

  protected override get server(): Server {
    const { base, send } = super.server;
    return { base, send: this.site === null ? send : siteSend(this.site) };
  }
}
