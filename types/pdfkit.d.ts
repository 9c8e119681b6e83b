// Only as much of pdfkit and fontkit as Candour calls. Published types are for earlier versions.
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
    readonly width?: number;
    /** With `ellipsis`: no more lines than fit. */
    readonly height?: number;
    readonly ellipsis?: boolean;
    readonly align?: 'left' | 'right' | 'center';
  }
  interface StructureOptions {
    readonly lang?: string;
    /** Read aloud instead. */
    readonly alt?: string;
    /** Left, top, right, bottom, from the top of the page. */
    readonly bbox?: readonly [number, number, number, number];
    readonly placement?: 'Block';
    readonly scope?: 'Column' | 'Row';
  }
  export interface StructureElement {
    add(child: StructureElement): this;
    end(): void;
  }
  export class PDFDocument {
    constructor(options: {
      readonly size: readonly number[];
      readonly margin: number;
      /** `null`: no default font, whose file is not bundled. */
      readonly font: null;
      readonly bufferPages: boolean;
      readonly pdfVersion: '1.7';
      readonly tagged: boolean;
      readonly displayTitle: boolean;
      readonly lang: string;
      readonly info: Readonly<Record<string, string | Date>>;
    });
    x: number;
    y: number;
    readonly page: { readonly width: number; readonly height: number; maxY(): number };
    registerFont(name: string, font: Font): this;
    font(name: string, size: number): this;
    currentLineHeight(includeGap: boolean): number;
    widthOfString(text: string, options?: object): number;
    heightOfString(words: string, options?: TextOptions): number;
    rect(x: number, y: number, width: number, height: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    fillColor(colour: string): this;
    text(words: string, options?: TextOptions): this;
    text(words: string, x: number, y: number, options?: TextOptions): this;
    addPage(): this;
    bufferedPageRange(): { readonly count: number };
    switchToPage(place: number): void;
    struct(tag: string, options?: StructureOptions, draw?: () => void): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Pagination' | 'Layout' }): this;
    endMarkedContent(): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type { PDFDocument } from 'pdfkit';

  /** Call this before drawing. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
