/** Words of the desk's own pages, by feature. They speak English; the element speaks more (`src/strings`). */
export const words = {
  masthead: {
    pages: 'Pages',
    chat: 'Chat',
    check: 'Check a draft',
    status: 'Status',
  },
  signIn: {
    title: 'Sign in',
    lead: 'This desk answers to those who have its token. It is kept until you close this tab.',
    label: 'Token',
    refused: 'The desk does not know this token.',
    submit: 'Sign in',
    cancel: 'Not now',
  },
} as const;
