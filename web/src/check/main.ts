import '../page/page-styles.ts';
import '../styles/check-page.css';
import './check-element.ts';
import { fillMasthead } from '../page/masthead.ts';

fillMasthead('check');
