import './page/page-styles.ts';
import './page/page-chat.ts';
import './page/desk-page.ts';
import { fillMasthead } from './page/masthead.ts';

fillMasthead('chat');
