// General words of page furniture in English; no site names, no whole phrases. Each list is one
// feature among many, so that a word in running prose weighs little.
const set = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Words of the controls, labels and boxes around an article. */
export const INTERFACE_WORDS = set(`
  share sharing shared subscribe subscriber subscribers subscription subscriptions comment comments commenting
  reply replies login signin signup register registration newsletter newsletters follow facebook twitter
  instagram linkedin whatsapp pinterest reddit telegram youtube rss email print cookie cookies privacy policy
  terms copyright reserved rights advertisement advertise advertising advertorial ad ads advert sponsored
  promoted sponsor menu search home navigation skip scroll top next previous prev back more related trending
  popular latest recommended read watch listen download app click here tap loading javascript browser enable
  disabled save bookmark bookmarks account password username log sign inbox exit view mobile version contact
  about careers faq help feedback submit send required website photo photos image images gallery slideshow
  credit caption updated posted published tags tagged filed topics categories category archive source sources
  via link permalink widget chat close open toggle expand show hide buy shop cart price order available deals
  sale off editor editors author by byline staff views likes edition sitemap page pages post posts story
  stories article articles news breaking video videos live join free continue continued reading below spam
  admin moderator avatar advertorial playback media`);

/** Verbs that begin a call to the reader. */
export const CALL_VERBS = set(`
  read click sign share follow subscribe join get watch see leave post skip scroll download view write listen
  check learn discover find buy shop order enter submit contact send add tap try start save print email log
  register support donate help play visit explore browse show hide close open load go return back like tweet
  pin report flag copy select choose use please don't do not continue welcome`);

/** Words that address the reader or speak for the site. */
export const ADDRESS_WORDS = set('you your yours us our ours we');

/** Words of a note on the author. */
export const AUTHOR_WORDS = set(`
  reporter correspondent editor writer journalist columnist critic author contributor contributors blogger
  freelance freelancer novelist analyst covers covering based follow bio enthusiast storyteller expert lover
  passionate knack keen contributed reporting writing`);

/** Words of date lines. */
export const CALENDAR_WORDS = set(`
  jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october
  nov november dec december mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat
  saturday sun sunday am pm gmt utc est edt et pst pdt ist bst cet cst ago hours hour minutes minute min mins
  day days updated published posted on at last modified date`);

/** Frequent finite verbs of reports, beside those in `-ed`. */
export const FINITE_VERBS = set(`
  is are am was were be been has have had do does did will would can could may might must shall should says said
  say told tells went goes go made makes make took takes take got gets came comes come saw sees see knew knows know
  thought thinks think gave gives give found finds find left leaves kept keeps held holds brought began begins
  became becomes become wrote writes ran runs put set let met won lost paid sold sent led stood stands understood
  spoke speaks broke rose rises fell falls grew grows drew drove chose felt meant means built cut hit read spent
  lies lay shows seeks remains needs wants expects seems plans hopes faces it's he's she's they're we're i'm that's`);

/** Words in the names of agencies and of those who sell pictures. */
export const AGENCY_WORDS = set(`
  agency agencies press wire getty reuters afp ap epa pa dpa ansa efe tass xinhua kyodo images photos shutterstock
  istock alamy bloomberg pictures photography newswire handout staff correspondent desk bureau`);
