import { enTable } from './en.ts';
import { type Strings, stringsOf } from './strings.ts';

/** The desk's own pages speak British English. */
export const en: Strings = stringsOf('en-GB', enTable);
