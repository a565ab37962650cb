import { CHAT_SCENES } from './chat-scenes.ts';
import { CHECK_SCENES } from './check-scenes.ts';
import type { Scene } from './scene.ts';
import { STATUS_SCENES } from './status-scenes.ts';
import { WIDGET_SCENES } from './widget-scenes.ts';

/** The states of one page, and the folder of their pictures. */
export interface Album {
  readonly name: string;
  readonly title: string;
  readonly scenes: readonly Scene[];
}

/** Every page in every state. */
export const ALBUMS: readonly Album[] = [
  { name: 'chat', title: 'Chat page', scenes: CHAT_SCENES },
  { name: 'widget', title: 'Widget', scenes: WIDGET_SCENES },
  { name: 'check', title: 'Check page', scenes: CHECK_SCENES },
  { name: 'status', title: 'Status page', scenes: STATUS_SCENES },
];
