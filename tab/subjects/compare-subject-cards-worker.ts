import {
  type SubjectCardComparisonResult,
  compareEncryptedSubjectCards,
  type SubjectCardComparisonInput,
} from './compare-encrypted-subject-cards.ts';

// Keeps the page responsive; all that it decrypted ends with it. A rejection would reach no one, so it sends a failure.
globalThis.addEventListener('message', ({ data }: MessageEvent<SubjectCardComparisonInput>) => {
  const say = (compared: SubjectCardComparisonResult | undefined) => globalThis.postMessage(compared, {});
  void compareEncryptedSubjectCards(data).then(say, () => say(undefined));
});
