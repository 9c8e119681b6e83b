import type { RecordingType } from '../../../core/model/file-limits.ts';
import { readRecordingStructure } from '../../files/recording-structure.ts';
import type { DisplayProblem } from '../../files/viewer-frame-messages.ts';

/** Milliseconds for a browser to say how long a recording is, which is in memory. */
const silentMs = 15_000;

interface PlayerEvents {
  readonly onReady: () => void;
  readonly onPlayed: () => void;
  /** Also later, if it breaks off while it plays. */
  readonly onProblem: (why: DisplayProblem) => void;
}

/** `undefined`, after `onProblem`, if the bytes are no clean copy of that type: then no decoder sees them. */
export function createPlayer(
  type: RecordingType,
  bytes: Uint8Array<ArrayBuffer>,
  { onReady, onPlayed, onProblem }: PlayerEvents,
): HTMLMediaElement | undefined {
  const structure = readRecordingStructure(type, bytes);
  if (!structure.ok) {
    onProblem(structure.why);
    return undefined;
  }
  const { hasPicture } = structure;
  const player = document.createElement(hasPicture ? 'video' : 'audio');
  player.controls = true;
  player.preload = 'metadata';
  // Saving it, or showing it elsewhere, would leave no entry in the history.
  player.setAttribute('controlslist', 'nodownload noremoteplayback');
  player.setAttribute('disablepictureinpicture', '');
  player.setAttribute('disableremoteplayback', '');
  // WebKitGTK neither begins nor reports a fault with a film that is written as it streams.
  const silent = setTimeout(() => onProblem('notPlayed'), silentMs);
  player.addEventListener('loadedmetadata', () => {
    clearTimeout(silent);
    if (player instanceof HTMLVideoElement && player.videoWidth === 0) return onProblem('noPicture');
    onReady();
  });
  player.addEventListener('ended', onPlayed);
  player.addEventListener('error', () => {
    clearTimeout(silent);
    const isOfUnknownCodec = player.error?.code === MediaError.MEDIA_ERR_SRC_NOT_SUPPORTED;
    onProblem(hasPicture && isOfUnknownCodec ? 'noPicture' : 'notPlayed');
  });
  // Gone with the frame's document.
  player.src = URL.createObjectURL(new Blob([bytes], { type }));
  return player;
}
