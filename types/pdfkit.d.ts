// What Candour calls of pdfkit and fontkit, which bring no types. Those on offer are of earlier versions.
declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}

declare module 'pdfkit' {
  import type { Font } from 'fontkit';

  interface TextOptions {
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
    readonly baseline?: 'alphabetic';
  }
  /** An element of the tree by which a document is read aloud. */
  interface StructureElement {
    add(child: StructureElement): this;
    end(): void;
  }
  export class PDFDocument {
    constructor(options: {
      readonly size: readonly number[];
      readonly margin: number;
      /** `null`: none, where the one that is meant otherwise is not there. */
      readonly font: null;
      readonly bufferPages: boolean;
      readonly pdfVersion: '1.7';
      readonly tagged: boolean;
      readonly displayTitle: boolean;
      readonly lang: string;
      readonly info: Readonly<Record<string, string | Date>>;
    });
    /** Where the next line begins, from the top. */
    y: number;
    readonly page: { maxY(): number };
    registerFont(name: string, font: Font): this;
    font(name: string, size: number): this;
    currentLineHeight(includeGap: boolean): number;
    text(words: string, options?: TextOptions): this;
    text(words: string, x: number, y: number, options?: TextOptions): this;
    addPage(): this;
    bufferedPageRange(): { readonly count: number };
    switchToPage(place: number): void;
    struct(tag: string, options?: { readonly lang?: string }, draw?: () => void): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';

  /** To be called before anything is drawn. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
