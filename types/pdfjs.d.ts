// Only as much of pdfjs as a worker of the page uses: its own types assume a page with a document.
declare module 'pdfjs-dist/build/pdf.mjs' {
  export interface Viewport {
    readonly width: number;
    readonly height: number;
  }
  interface Drawing {
    readonly canvas: OffscreenCanvas;
    readonly viewport: Viewport;
    readonly intent: 'print';
    readonly background: string;
    readonly annotationMode: number;
  }
  export interface PdfPage {
    getViewport(of: { readonly scale: number }): Viewport;
    render(drawing: Drawing): { readonly promise: Promise<void> };
    getAnnotations(of: { readonly intent: 'any' }): Promise<readonly { readonly subtype?: string }[]>;
    cleanup(): void;
  }
  export interface PdfDocument {
    readonly numPages: number;
    getPage(number: number): Promise<PdfPage>;
    getMetadata(): Promise<{ readonly info: object; readonly metadata: object | null }>;
    getAttachments(): Promise<ReadonlyMap<string, unknown> | null>;
    hasJSActions(): Promise<boolean>;
    getFieldObjects(): Promise<ReadonlyMap<string, unknown> | null>;
  }
  interface Source {
    readonly data: Uint8Array;
    readonly useWasm: false;
    readonly wasmUrl: string;
    readonly useWorkerFetch: false;
    readonly disableFontFace: true;
    readonly useSystemFonts: false;
    readonly enableXfa: false;
    readonly isOffscreenCanvasSupported: true;
    readonly isImageDecoderSupported: false;
    readonly maxImageSize: number;
    readonly canvasMaxAreaInBytes: number;
    readonly verbosity: number;
    readonly CanvasFactory: unknown;
    readonly FilterFactory: unknown;
    readonly BinaryDataFactory: unknown;
  }
  export function getDocument(source: Source): { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };
  export class PasswordException extends Error {}
  export const AnnotationMode: { readonly DISABLE: number; readonly ENABLE: number };
  export const version: string;
}
declare module 'pdfjs-dist/build/pdf.worker.mjs';

declare module '*.pfb?url' {
  const address: string;
  export default address;
}
