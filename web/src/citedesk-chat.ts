import { SiteChat } from './widget/site-chat.ts';

// The module may be loaded twice on one page, from two addresses; a name can be defined once.
if (customElements.get('citedesk-chat') === undefined) customElements.define('citedesk-chat', SiteChat);

export { SiteChat as CitedeskChat };
