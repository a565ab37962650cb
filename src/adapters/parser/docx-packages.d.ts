// The slices of two packages that the thread for docx files uses. What they say of themselves is looser.

declare module 'mammoth' {
  interface Mammoth {
    convertToHtml(
      input: { readonly buffer: Uint8Array },
      options: { readonly convertImage: unknown; readonly externalFileAccess: boolean },
    ): Promise<{ readonly value: string }>;
    readonly images: { imgElement(describe: () => Promise<{ readonly src: string }>): unknown };
  }
  const mammoth: Mammoth;
  export = mammoth;
}

declare module 'jszip' {
  interface ZipPart {
    readonly dir: boolean;
    nodeStream(): NodeJS.ReadableStream;
  }
  interface Zip {
    readonly files: Readonly<Record<string, ZipPart>>;
    file(name: string): ZipPart | null;
  }
  /** Makes archives, for tests. */
  class JSZip implements Zip {
    static loadAsync(bytes: Uint8Array): Promise<Zip>;
    readonly files: Readonly<Record<string, ZipPart>>;
    file(name: string): ZipPart | null;
    file(name: string, content: string | Uint8Array): this;
    generateAsync(options: {
      readonly type: 'uint8array';
      readonly compression: 'DEFLATE';
    }): Promise<Uint8Array>;
  }
  export = JSZip;
}
