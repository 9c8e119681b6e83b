import { type CleanAnswer, type CleanCopy, RefusedFile } from './clean-copy.ts';
import { type SniffedType, sniff } from './sniff.ts';

interface CleanRequest {
  readonly file: Blob;
}
type Clean = (
  type: SniffedType,
  bytes: Uint8Array<ArrayBuffer>,
  say: (answer: CleanAnswer) => void,
) => Promise<CleanCopy> | CleanCopy;

/** Always answers, with a copy or a refusal: a rejection in a worker reaches no page. */
export function answerCleaning(clean: Clean): void {
  const say = (answer: CleanAnswer): void => globalThis.postMessage(answer, {});
  const answer = async ({ file }: CleanRequest): Promise<CleanAnswer> => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sniffed = sniff(bytes);
      if (sniffed.kind === 'refused') return { candour: 'refused', why: sniffed.why };
      return { candour: 'copy', copy: await clean(sniffed.type, bytes, say) };
    } catch (error) {
      return { candour: 'refused', why: error instanceof RefusedFile ? error.why : 'damaged' };
    }
  };
  globalThis.addEventListener('message', ({ data }: MessageEvent<CleanRequest>) => void answer(data).then(say));
}
