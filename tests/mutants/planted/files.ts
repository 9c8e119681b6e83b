import type { Mutant } from '../mutant.ts';

const copies = 'tests/browser/clean-copies.test.ts';
const refusals = 'tests/browser/refused-files.test.ts';
const held = 'tests/tab/files/held-files.test.ts';
const sealed = 'tests/seals/sealed-file.test.ts';

/** Ways for a file that is added on the page to say more than what is seen of it, to arrive torn, or to take the page along. */
export const inAddedFiles: readonly Mutant[] = [
  {
    name: 'a copy keeps what the encoder puts beside the pixels',
    promise: 'sealed',
    file: 'tab/files/bare-picture.ts',
    find: '!(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe',
    put: 'marker !== 0xfe',
    tests: [copies],
  },
  {
    name: 'a text keeps signs that nobody sees',
    promise: 'sealed',
    file: 'tab/files/clean-text.ts',
    find: 'if (isKept(sign)) return sign;',
    put: 'if (isKept(sign) || sign !== "\\u0000") return sign;',
    tests: ['tests/tab/files/clean-text.test.ts'],
  },
  {
    name: 'a picture is decoded however large it says that it is',
    promise: 'durable',
    file: 'tab/files/picture-size.ts',
    find: 'width * height <= mostPixels;',
    put: 'width > 0;',
    tests: ['tests/tab/files/picture-size.test.ts'],
  },
  {
    name: 'a PDF is opened whatever it unfolds to',
    promise: 'durable',
    file: 'tab/files/clean-pdf.ts',
    find: "if (await unfolds(bytes)) throw new RefusedFile('unfolds');",
    put: 'await unfolds(bytes);',
    tests: [refusals],
  },
  {
    name: 'a file goes as it was where no identity is kept',
    promise: 'sealed',
    file: 'tab/files/held-view.ts',
    find: '(mayKeepOriginals ? file.original : undefined)',
    put: 'file.original',
    tests: [held],
  },
  {
    name: 'a file that is sealed to some is taken for sent to others',
    promise: 'sealed',
    file: 'tab/files/held-files.ts',
    find: 'const key = `${claim.caseId} ${to} ${digest}`;',
    put: 'const key = `${claim.caseId} ${digest} ${to.length > 0}`;',
    tests: [held],
  },
  {
    name: 'what the server lost is not sent again',
    promise: 'truthful',
    file: 'tab/files/send-file.ts',
    find: "if (wasInterrupted && !(await standsStill(how))) return 'differs';",
    put: '',
    tests: [held],
  },
  {
    name: 'the length of a sealed file is that of its content',
    promise: 'sealed',
    file: 'seals/sealed-file.ts',
    find: 'resolve(padded.plain);',
    put: 'resolve(first.length + content.length);',
    tests: [sealed],
  },
  {
    name: 'a file is opened in the place of another',
    promise: 'sealed',
    file: 'concerns/records/sealed-file.ts',
    find: 'header.id !== wanted.id',
    put: 'header.id.length !== wanted.id.length',
    tests: [sealed],
  },
];
