import { type CleanWorkerMessage, type CopyInMemory, FileRefusalError } from './clean-copy.ts';
import { type SniffedType, sniffFileType } from './sniff-file-type.ts';

interface CleanRequest {
  readonly file: Blob;
}
type CleanFunction = (
  type: SniffedType,
  bytes: Uint8Array<ArrayBuffer>,
  post: (answer: CleanWorkerMessage) => void,
) => Promise<CopyInMemory> | CopyInMemory;

/** Always answers, with a copy or a refusal: a rejection in a worker reaches no page. */
export function handleCleanRequests(clean: CleanFunction): void {
  const post = (message: CleanWorkerMessage): void => globalThis.postMessage(message, {});
  const cleanRequestedFile = async ({ file }: CleanRequest): Promise<CleanWorkerMessage> => {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sniffed = sniffFileType(bytes);
      if (sniffed.kind !== 'taken')
        return { candour: 'refused', why: sniffed.kind === 'refused' ? sniffed.why : 'damaged' };
      return { candour: 'copy', copy: await clean(sniffed.type, bytes, post) };
    } catch (error) {
      return { candour: 'refused', why: error instanceof FileRefusalError ? error.why : 'damaged' };
    }
  };
  globalThis.addEventListener(
    'message',
    ({ data }: MessageEvent<CleanRequest>) => void cleanRequestedFile(data).then(post),
  );
}
