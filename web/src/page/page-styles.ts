// What every page of the desk stands on; the rest of a page's styles are its own.
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/page.css';
