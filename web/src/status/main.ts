import '../page/page-styles.ts';
import './status-element.ts';
import { fillMasthead } from '../page/masthead.ts';

fillMasthead('status');
