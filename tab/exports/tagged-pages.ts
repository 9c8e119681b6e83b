import {
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
  PDFString,
} from 'pdf-lib';

/** A part of a document as those who hear it are told of it: a heading or a paragraph, and what of it stands where. */
interface Element {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  readonly language?: string;
}

/** Marks what is drawn, so that a document can be read aloud in its order. */
export interface TaggedPages {
  /** Begins an element; what is drawn by `mark` belongs to it, also on the next page. */
  begin(element: Element): void;
  /** Draws a part of the element that was begun last. */
  mark(page: PDFPage, draw: () => void): void;
  /** Draws what is no part of the text, such as a page's number. */
  aside(page: PDFPage, draw: () => void): void;
  /** Writes the tree of elements into the document. */
  finish(): void;
}

/** Tags for a document that is drawn from its beginning to its end. */
export function taggedPages(pdf: PDFDocument): TaggedPages {
  const { context } = pdf;
  const root = context.nextRef();
  const whole = context.nextRef();
  const elements: {
    readonly ref: PDFRef;
    readonly element: Element;
    readonly parts: { page: PDFRef; id: number }[];
  }[] = [];
  const pages: { readonly page: PDFPage; readonly owners: PDFRef[] }[] = [];
  const operator = (page: PDFPage, name: PDFOperatorNames, ...values: readonly (PDFName | string)[]) =>
    page.pushOperators(PDFOperator.of(name, [...values]));

  const ownersOn = (page: PDFPage): PDFRef[] => {
    const known = pages.find((one) => one.page === page);
    if (known) return known.owners;
    page.node.set(PDFName.of('StructParents'), PDFNumber.of(pages.length));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
    const owners: PDFRef[] = [];
    pages.push({ page, owners });
    return owners;
  };

  return {
    begin: (element) => void elements.push({ ref: context.nextRef(), element, parts: [] }),
    mark(page, draw) {
      const current = elements.at(-1);
      if (current === undefined) throw new Error('nothing was begun');
      const owners = ownersOn(page);
      const id = owners.length;
      owners.push(current.ref);
      current.parts.push({ page: page.ref, id });
      const { BeginMarkedContentSequence, EndMarkedContent } = PDFOperatorNames;
      operator(page, BeginMarkedContentSequence, PDFName.of(current.element.tag), `<</MCID ${id}>>`);
      draw();
      operator(page, EndMarkedContent);
    },
    aside(page, draw) {
      operator(page, PDFOperatorNames.BeginMarkedContent, PDFName.of('Artifact'));
      draw();
      operator(page, PDFOperatorNames.EndMarkedContent);
    },
    finish() {
      for (const { ref, element, parts } of elements) {
        const kids = parts.map(({ page, id }) => context.obj({ Type: 'MCR', Pg: page, MCID: id }));
        const language = element.language === undefined ? {} : { Lang: PDFString.of(element.language) };
        context.assign(ref, context.obj({ Type: 'StructElem', S: element.tag, P: whole, K: kids, ...language }));
      }
      const owned = pages.flatMap(({ owners }, place) => [PDFNumber.of(place), context.obj(owners)]);
      const inOrder = elements.map(({ ref }) => ref);
      context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: inOrder }));
      context.assign(
        root,
        context.obj({
          Type: 'StructTreeRoot',
          K: [whole],
          ParentTree: context.obj({ Nums: owned }),
          ParentTreeNextKey: pages.length,
        }),
      );
      pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
      pdf.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
    },
  };
}
