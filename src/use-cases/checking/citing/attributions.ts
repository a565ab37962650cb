import type { DocumentId } from '../../../domain/document.ts';
import type { Span } from '../../../domain/span.ts';
import type { SourceDirectory } from './source-directory.ts';

/** Words that give what follows to an outlet: `According to the Ledger,`; the span holds their comma. */
export interface Attribution extends Span {
  /** Articles known to be the outlet's; may be empty. */
  readonly documentIds: ReadonlySet<DocumentId>;
  /** As the draft names it, without `the`. */
  readonly outlet: string;
}

const NAME = String.raw`((?:[Tt]he\s)?\p{Lu}[\p{L}\p{N}&.-]*(?:['’]s?)?(?:\s(?:of\s|and\s|for\s|the\s|&\s)?\p{Lu}[\p{L}\p{N}&-]*){0,4})`;
const REPORT = String.raw`(?:(?:an?|the)\s(?:report|article|story|account)\s(?:in|by|from|on)\s|reports\s(?:in|by|from|on)\s)?`;
const PATTERNS = [
  new RegExp(String.raw`[Aa]s\s(?:reported|first\sreported|published)\s(?:by|in)\s${NAME},?`, 'gu'),
  new RegExp(String.raw`,?\s?[Aa]ccording\sto\s${REPORT}${NAME},?`, 'gu'),
  new RegExp(
    String.raw`,?\s?(?<!\p{L})[Aa]s\s${NAME}\s(?:reported|reports|wrote|writes|put\sit|had\sit)(?:\son\s\p{Lu}\p{L}+day)?,?`,
    'gu',
  ),
  // `…, the Ledger reported.`
  new RegExp(
    String.raw`,\s${NAME}\s(?:reported|reports|wrote|writes)(?:\son\s\p{Lu}\p{L}+day)?(?=\s*[.,;]|\s*$)`,
    'gmu',
  ),
  // `The Ledger reported on Monday that …`
  new RegExp(
    String.raw`(?<=^|[.!?”"]\s)${NAME}\s(?:has\s)?(?:reported|reports|wrote|writes)(?:\son\s\p{Lu}\p{L}+day)?\sthat(?!\p{L})`,
    'gmu',
  ),
];

// A newspaper says that it is one in its name; `the police` and `Anna Reed` do not.
const OUTLET_WORD =
  /(?<!\p{L})(?:Times|Post|Observer|Ledger|Herald|Gazette|Tribune|News|Journal|Telegraph|Chronicle|Wire|Press|Agency|Courier|Echo|Mirror|Examiner|Bulletin|Dispatch|Reporter|Inquirer|Daily|Weekly|Sentinel|Guardian|Advertiser|Broadcasting|Radio|Reuters|Bloomberg|AP|AFP|BBC|CNN|NPR|DPA|TASS|Xinhua|RIA\sNovosti)(?!\p{L})/u;

/**
 * Where a draft gives something to an outlet: a site of the archive or a name that is a newspaper's. Persons
 * and offices are none: that they said it is part of what is claimed.
 */
export function outletAttributions(text: string, directory: SourceDirectory): Attribution[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: all, 1: name = '', index }) => {
      const documentIds = directory.byOutlet(name);
      if (documentIds.size === 0 && !OUTLET_WORD.test(name)) return [];
      const outlet = name.replace(/^the\s|['’]s?$/giu, '');
      return [{ start: index, end: index + all.length, documentIds, outlet }];
    }),
  );
}
