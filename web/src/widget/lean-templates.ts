// lit's templates, as far as the desk's element uses them: whole values as children, attributes (`name=`),
// properties (`.name=`), flags (`?name=`) and listeners (`@name=`). The build for other sites takes these
// for lit's, which weigh three times as much. What a template says itself is markup; a value never is.

/** A class of its own, so that nothing that came as data can pass for one. */
class Template {
  readonly strings: TemplateStringsArray;
  readonly values: readonly unknown[];
  readonly isDrawing: boolean;

  constructor(strings: TemplateStringsArray, values: readonly unknown[], isDrawing: boolean) {
    this.strings = strings;
    this.values = values;
    this.isDrawing = isDrawing;
  }
}

type Set = (value: unknown) => void;

/** Leaves a child empty, takes an attribute away. */
export const nothing = Symbol('nothing');

const tag =
  (isDrawing: boolean) =>
  (strings: TemplateStringsArray, ...values: readonly unknown[]): Template =>
    new Template(strings, values, isDrawing);

export const html = tag(false);
/** What stands inside an `svg` element. */
export const svg = tag(true);

/** A place among an element's children, between two comments that nothing else touches. */
export class ChildPart {
  readonly #start: ChildNode;
  readonly #end: ChildNode;
  #strings: TemplateStringsArray | null = null;
  #sets: readonly Set[] = [];
  #items: ChildPart[] | null = null;
  #text: Text | null = null;

  /** Ends at `end`, which stands in its place already. */
  constructor(end: ChildNode) {
    this.#end = end;
    this.#start = document.createComment('');
    end.before(this.#start);
  }

  set(value: unknown): void {
    if (value instanceof Template) this.#setTemplate(value);
    else if (Array.isArray(value)) this.#setList(value);
    else this.#setText(value === nothing ? '' : String(value ?? ''));
  }

  #setTemplate(template: Template): void {
    const isNew = this.#strings !== template.strings;
    if (isNew) this.#clear();
    const [content, sets] = isNew ? instance(template) : ([null, this.#sets] as const);
    for (const [at, value] of template.values.entries()) sets[at]?.(value);
    if (content) this.#end.before(content);
    this.#strings = template.strings;
    this.#sets = sets;
  }

  #setList(values: readonly unknown[]): void {
    if (this.#items === null) this.#clear();
    this.#items ??= [];
    for (const item of this.#items.splice(values.length)) item.#remove();
    for (const [at, value] of values.entries()) {
      this.#items[at] ??= new ChildPart(before(this.#end));
      this.#items[at].set(value);
    }
  }

  #setText(text: string): void {
    if (this.#text === null) {
      this.#clear();
      this.#text = new Text();
      this.#end.before(this.#text);
    }
    if (this.#text.data !== text) this.#text.data = text;
  }

  #clear(): void {
    while (this.#start.nextSibling !== this.#end) this.#start.nextSibling?.remove();
    this.#strings = null;
    this.#items = null;
    this.#text = null;
  }

  #remove(): void {
    this.#clear();
    this.#start.remove();
    this.#end.remove();
  }
}

function before(node: ChildNode): ChildNode {
  const comment = document.createComment('');
  node.before(comment);
  return comment;
}

/** A template's tree with its places; the markup of each is read once. */
interface Read {
  readonly content: DocumentFragment;
  /** Of the attributes among its places, as the template writes them. */
  readonly names: readonly string[];
}

const known = new WeakMap<TemplateStringsArray, Read>();

function read({ strings, isDrawing }: Template): Read {
  const names: string[] = [];
  // An attribute's place is marked by an attribute, a child's by a comment; both by its number.
  const markup = strings.map((text, at) => {
    const marked = text.replace(/(\S+)=$/, (_, name: string) => {
      names[at] = name;
      return `$${at}`;
    });
    return marked === text && at < strings.length - 1 ? `${text}<!--$${at}-->` : marked;
  });
  const template = document.createElement('template');
  const whole = isDrawing ? `<svg>${markup.join('')}</svg>` : markup.join('');
  // A string where the browser knows no trusted types, which is all that the compiler knows.
  template.innerHTML = trusted(whole) as string;
  const { content } = template;
  if (isDrawing) content.firstElementChild?.replaceWith(...(content.firstElementChild?.childNodes ?? []));
  return { content, names };
}

function instance(template: Template): readonly [DocumentFragment, readonly Set[]] {
  const found = known.get(template.strings) ?? read(template);
  known.set(template.strings, found);
  const content = document.importNode(found.content, true);
  const sets: Set[] = [];
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Comment && node.data.startsWith('$')) {
      const part = new ChildPart(node);
      sets[Number(node.data.slice(1))] = (value) => part.set(value);
    }
    if (node instanceof Element) {
      for (const { name } of [...node.attributes]) {
        if (!name.startsWith('$')) continue;
        const at = Number(name.slice(1));
        node.removeAttribute(name);
        sets[at] = onChange(attributePart(node, found.names[at] ?? ''));
      }
    }
  }
  return [content, sets];
}

function onChange(set: Set): Set {
  let last: unknown = nothing;
  return (value) => {
    if (value !== last) set(value);
    last = value;
  };
}

function attributePart(element: Element, written: string): Set {
  const name = written.slice(1);
  switch (written[0]) {
    case '@':
      return listenerPart(element, name);
    case '.':
      return (value) => Object.assign(element, { [name]: value });
    case '?':
      return (value) => element.toggleAttribute(name, value === true);
    default:
      return (value) =>
        value === nothing
          ? element.removeAttribute(written)
          : element.setAttribute(written, String(value ?? ''));
  }
}

function listenerPart(element: Element, name: string): Set {
  let listener: unknown;
  element.addEventListener(name, (event) => {
    if (typeof listener === 'function') listener(event);
  });
  return (value) => {
    listener = value;
  };
}

interface Policy {
  createHTML(markup: string): unknown;
}

let policy: Policy | undefined;

/** Markup as pages take it that require trusted types; made when it is first needed, which is once a page. */
function trusted(markup: string): unknown {
  const { trustedTypes }: { trustedTypes?: { createPolicy(name: string, policy: Policy): Policy } } =
    globalThis as object;
  policy ??= trustedTypes?.createPolicy('citedesk-chat', { createHTML: (own) => own });
  return policy ? policy.createHTML(markup) : markup;
}
