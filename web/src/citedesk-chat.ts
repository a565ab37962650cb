import { CitedeskChat } from './widget/widget-element.ts';

// The module may be loaded twice on one page, from two addresses; a name can be defined once.
if (customElements.get('citedesk-chat') === undefined) customElements.define('citedesk-chat', CitedeskChat);

export { CitedeskChat };
