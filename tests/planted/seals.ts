import { definePlantedBug } from './planted-bug.ts';

/** What is sealed, for whom, and what a seal holds on to. */
export const sealBugs = [
  definePlantedBug({
    name: 'a seal has the length of its text',
    promise: 'saved-report-leaves-no-time',
    module: () => import('../../crypto/padding.ts'),
    put: ({ padText }) => ({
      padText: (text) => padText(text).slice(0, 5 + new TextEncoder().encode(text).length),
    }),
    tests: [() => import('../crypto/padding.test.ts')],
  }),
  definePlantedBug({
    name: 'the unit opens what is sealed to the custodians',
    promise: 'identity-for-custodians-alone',
    module: () => import('../../crypto/node/age-sealer.ts'),
    put: ({ createAgeSealer }) => ({
      createAgeSealer: (recipients) => {
        const seal = createAgeSealer(recipients);
        return { ...seal, seal: (text, to) => seal.seal(text, to === 'custodians' ? 'acu' : to) };
      },
    }),
    tests: [() => import('../crypto/node/age-sealer.test.ts')],
  }),
  definePlantedBug({
    name: 'the page seals to a key that is not post-quantum',
    promise: 'report-sealed-before-it-is-saved',
    module: () => import('../../crypto/recipient.ts'),
    put: () => ({ assertRecipient: () => undefined }),
    tests: [() => import('../tab/crypto/seals.test.ts')],
  }),
  definePlantedBug({
    name: 'words in clear are kept as a seal',
    promise: 'junk-is-no-seal',
    module: () => import('../../crypto/age-format.ts'),
    put: () => ({ countRecipients: () => 2, isSealFormat: () => true }),
    tests: [() => import('../crypto/age-format.test.ts')],
  }),
  definePlantedBug({
    name: 'a message that anyone sealed is shown as genuine',
    promise: 'moved-seals-are-seen',
    module: () => import('../../core/model/sealed-report.ts'),
    put: () => ({ isMessageAuthentic: () => true }),
    tests: [() => import('../core/reporting/come-back-thread.test.ts')],
  }),
  definePlantedBug({
    name: 'a name that anyone sealed is shown beside a report',
    promise: 'moved-seals-are-seen',
    module: () => import('../../core/model/sealed-report.ts'),
    put: () => ({ isIdentityAuthentic: () => true }),
    tests: [() => import('../core/casework/decrypt-report.test.ts')],
  }),
  definePlantedBug({
    name: 'a report opens beside the mailbox of someone else',
    promise: 'moved-seals-are-seen',
    module: () => import('../../core/model/sealed-report.ts'),
    put: () => ({ digestOfMailbox: () => 'the same for all' }),
    tests: [() => import('../leaks/forgeries.test.ts')],
  }),
  definePlantedBug({
    name: 'terms beside a seal that differ from it are not named',
    promise: 'moved-seals-are-seen',
    module: () => import('../../core/casework/decrypt-report.ts'),
    put: ({ decryptReport }) => ({
      decryptReport: async (...asked) => ({ ...(await decryptReport(...asked)), termMismatches: [] }),
    }),
    tests: [() => import('../core/casework/term-mismatch.test.ts')],
  }),
  definePlantedBug({
    name: 'a subject card opens beside another case',
    promise: 'subject-card-cannot-be-forged',
    module: () => import('../../crypto/subject-card-encryption.ts'),
    put: ({ sealSubjectCard, decryptSubjectCard }) => ({
      sealSubjectCard: (key, card, place) => sealSubjectCard(key, card, { ...place, caseId: 'any' }),
      decryptSubjectCard: (key, sealed, place) => decryptSubjectCard(key, sealed, { ...place, caseId: 'any' }),
    }),
    tests: [() => import('../crypto/subject-card-encryption.test.ts')],
  }),
  definePlantedBug({
    name: 'a working title opens beside another case',
    promise: 'title-cannot-be-forged',
    module: () => import('../../crypto/case-title-encryption.ts'),
    put: ({ sealCaseTitle, decryptCaseTitle }) => ({
      sealCaseTitle: (key, title, place) => sealCaseTitle(key, title, { ...place, caseId: 'any' }),
      decryptCaseTitle: (key, sealed, place) => decryptCaseTitle(key, sealed, { ...place, caseId: 'any' }),
    }),
    tests: [() => import('../tab/titles/title-crypto.test.ts')],
  }),
  definePlantedBug({
    name: 'a page forgets which version of a title it has seen',
    promise: 'title-cannot-be-forged',
    module: () => import('../../tab/crypto/title-store.ts'),
    put: ({ createTitleStore }) => ({
      createTitleStore: (asked) => ({ ...createTitleStore(asked), newestVersion: () => 0 }),
    }),
    tests: [() => import('../tab/titles/title-crypto.test.ts')],
  }),
  definePlantedBug({
    name: 'a line is taken that no holder of the group key vouched for',
    promise: 'handlers-words-sealed-in-browser',
    module: () => import('../../crypto/key-endorsement.ts'),
    put: () => ({ isKeyEndorsed: () => true }),
    tests: [() => import('../tab/crypto/seal-note-text.test.ts')],
  }),
  definePlantedBug({
    name: 'a list of groups is taken whoever signed it',
    promise: 'hostile-server-gets-no-words',
    module: () => import('../../crypto/recipient-list.ts'),
    put: () => ({ verifySignedRecipientList: (_signer, _list, signed) => signed.slice(0, 10) }),
    tests: [() => import('../tab/report/hostile-server.test.ts')],
  }),
  definePlantedBug({
    name: 'a weak passphrase is taken',
    promise: 'key-needs-its-passphrase',
    module: () => import('../../crypto/passphrase-strength.ts'),
    put: () => ({ findPassphraseProblem: () => undefined }),
    tests: [() => import('../crypto/passphrase-strength.test.ts')],
  }),
  definePlantedBug({
    name: 'a passphrase is drawn from the first words alone',
    promise: 'key-needs-its-passphrase',
    module: () => import('../../crypto/passphrase-generator.ts'),
    put: ({ generatePassphrase }) => ({
      generatePassphrase: (words, fill) => generatePassphrase(words.slice(0, 16), fill),
    }),
    tests: [() => import('../crypto/passphrase-generator.test.ts')],
  }),
  definePlantedBug({
    name: 'keys stay in a page that was left',
    promise: 'left-page-holds-no-key',
    module: () => import('../../tab/crypto/key-store.ts'),
    put: ({ createKeyStore }) => ({
      createKeyStore: (deps) => createKeyStore({ ...deps, idleMinutes: deps.idleMinutes * 100 }),
    }),
    tests: [() => import('../tab/crypto/key-store.test.ts')],
  }),
  definePlantedBug({
    name: 'a seal of the page holds its words in clear behind the header',
    promise: 'page-seals-before-it-sends',
    module: () => import('../../tab/report/page-sealer.ts'),
    put: ({ createPageSealer }) => ({
      createPageSealer: (recipients) => {
        const seal = createPageSealer(recipients);
        return {
          ...seal,
          async seal(text, to) {
            const bytes = Buffer.from(await seal.seal(text, to), 'base64');
            // Three times, each beginning at another place of the groups of base64.
            const clear = Buffer.from(text.padEnd(Math.ceil(text.length / 3) * 3 + 1).repeat(3)).subarray(0, 4_000);
            clear.copy(bytes, bytes.length - clear.length);
            return bytes.toString('base64');
          },
        };
      },
    }),
    tests: [() => import('../tab/report/intake-client.test.ts')],
  }),
  definePlantedBug({
    name: 'what was opened stays in the page when its key goes',
    promise: 'left-page-holds-no-key',
    module: () => import('../../tab/crypto/decrypted-text-index.ts'),
    put: ({ createDecryptedTextIndex }) => ({
      createDecryptedTextIndex: (...given) => ({ ...createDecryptedTextIndex(...given), clear: () => undefined }),
    }),
    tests: [() => import('../tab/crypto/decrypted-text-index.test.ts')],
  }),
  definePlantedBug({
    name: 'a page counts as signed by the name beside it',
    promise: 'handed-out-page-can-be-verified',
    module: () => import('../../cli/page/page-manifest.ts'),
    put: () => ({ validSigners: ({ signatures }) => signatures.map(({ by }) => by) }),
    tests: [() => import('../cli/page/page.test.ts')],
  }),
  definePlantedBug({
    name: 'a report goes without the file that was chosen for it',
    promise: 'chosen-file-is-not-left-behind',
    module: () => import('../../tab/files/pending-files.ts'),
    put: ({ createPendingFiles }) => ({
      createPendingFiles: (deps) => ({ ...createPendingFiles(deps), readiness: () => 'none', list: () => [] }),
    }),
    tests: [() => import('../tab/report/chosen-files.test.ts')],
  }),
  definePlantedBug({
    name: 'a report goes without the file that could not be sent',
    promise: 'chosen-file-is-not-left-behind',
    module: () => import('../../tab/files/pending-files.ts'),
    put: ({ createPendingFiles }) => ({
      createPendingFiles: (deps) => {
        const files = createPendingFiles(deps);
        return {
          ...files,
          upload: (claim, to) =>
            files.upload(claim, to).catch((error: unknown) => {
              files.clear();
              throw error;
            }),
        };
      },
    }),
    tests: [() => import('../tab/report/chosen-files.test.ts')],
  }),
  definePlantedBug({
    name: 'an exhibit is opened whose digest is not the one in the seal',
    promise: 'moved-seals-are-seen',
    module: () => import('../../crypto/decrypt-file.ts'),
    put: ({ decryptFilePieces }) => {
      const withoutDigest: typeof decryptFilePieces = async function* (sealed, wanted, identities) {
        let left = wanted.bytes;
        try {
          for await (const piece of decryptFilePieces(sealed, wanted, identities)) {
            left -= piece.length;
            yield piece;
          }
        } catch (error) {
          if (left > 0) throw error;
        }
      };
      return {
        decryptFilePieces: withoutDigest,
        decryptFile: async (...given) => {
          const pieces: Uint8Array[] = [];
          for await (const piece of withoutDigest(...given)) pieces.push(piece);
          return new Uint8Array(await new Blob(pieces.map((piece) => new Uint8Array(piece))).arrayBuffer());
        },
      };
    },
    tests: [() => import('../crypto/decrypt-file.test.ts')],
  }),
  definePlantedBug({
    name: 'a PDF that is more than pictures is shown',
    promise: 'file-is-shown-in-a-closed-frame',
    module: () => import('../../tab/file-viewer/frame/page-contents.ts'),
    put: ({ parsePicturePdf }) => ({ parsePicturePdf: (bytes) => parsePicturePdf(bytes) ?? [] }),
    tests: [() => import('../tab/file-viewer/frame/bound-pages.test.ts')],
  }),
  definePlantedBug({
    name: 'a clean copy of a text keeps signs that no one sees',
    promise: 'clean-copy-says-what-is-seen',
    module: () => import('../../tab/files/clean-text.ts'),
    put: () => ({ cleanText: (bytes) => ({ text: new TextDecoder().decode(bytes), hadInvisible: false }) }),
    tests: [() => import('../tab/files/clean-text.test.ts')],
  }),
  definePlantedBug({
    name: 'the copy of a film keeps what its encoder wrote beside the pictures',
    promise: 'recording-has-no-tags',
    module: () => import('../../tab/files/recordings/strip-video-units.ts'),
    put: () => ({ stripVideoPacket: (_codec, _description, packet) => packet }),
    tests: [() => import('../tab/files/recordings/clean-recording.test.ts')],
  }),
  definePlantedBug({
    name: 'the copy of a sound keeps the tags in the description of its codec',
    promise: 'recording-has-no-tags',
    module: () => import('../../tab/files/recordings/strip-sound-description.ts'),
    put: () => ({ stripSoundDescription: (_codec, description) => description.slice() }),
    tests: [() => import('../tab/files/recordings/clean-recording.test.ts')],
  }),
  definePlantedBug({
    name: 'the copy of a film says when it was made',
    promise: 'recording-has-no-tags',
    module: () => import('../../tab/files/recordings/clean-mp4-boxes.ts'),
    put: () => ({ createMp4Cleaner: () => ({ push: (piece) => [piece], end: () => undefined }) }),
    tests: [() => import('../tab/files/recordings/clean-recording.test.ts')],
  }),
  definePlantedBug({
    name: 'a film that was cut says nothing of what its copy shows',
    promise: 'cut-recording-hides-nothing',
    module: () => import('../../tab/files/recordings/check-mp4-tables.ts'),
    put: ({ checkMp4Tables }) => ({
      checkMp4Tables: async (file) => ({ ...(await checkMp4Tables(file)), shownSeconds: {} }),
    }),
    tests: [() => import('../tab/files/recordings/clean-recording.test.ts')],
  }),
  definePlantedBug({
    name: 'a film that was cut is sent unseen',
    promise: 'cut-recording-is-sent-once-played',
    module: () => import('../../tab/files/pending-files.ts'),
    put: ({ createPendingFiles }) => ({
      createPendingFiles: (deps) => {
        const files = createPendingFiles(deps);
        const readiness = (): ReturnType<typeof files.readiness> =>
          files.readiness() === 'unplayed' ? 'ready' : files.readiness();
        return { ...files, readiness };
      },
    }),
    tests: [() => import('../tab/files/pending-files.test.ts')],
  }),
  definePlantedBug({
    name: 'the words of a return code are those of another code',
    promise: 'code-words-are-the-code',
    module: () => import('../../core/model/return-code-words.ts'),
    put: ({ encodeReturnCodeWords }) => ({
      encodeReturnCodeWords: (code, words) => encodeReturnCodeWords(code, words.toReversed()),
    }),
    tests: [() => import('../core/model/return-code-words.test.ts')],
  }),
];
