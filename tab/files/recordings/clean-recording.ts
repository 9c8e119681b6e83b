import {
  ADTS,
  type AudioCodec,
  BlobSource,
  BufferTarget,
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  Logging,
  LogLevel,
  MATROSKA,
  MP3,
  MP4,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  StreamTarget,
  type StreamTargetChunk,
  type VideoCodec,
  WAVE,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { OriginalFileType, RecordingType } from '../../../core/model/file-limits.ts';
import { FileRefusalError } from '../clean-copy.ts';
import type { CleanedRecording } from '../recording-messages.ts';
import { bytesToSniff, sniffFileType } from '../sniff-file-type.ts';
import { checkMp4Tables, type Mp4Tables } from './check-mp4-tables.ts';
import { createMp4Cleaner } from './clean-mp4-boxes.ts';
import { createOggCleaner } from './clean-ogg-pages.ts';
import { cleanWav } from './clean-wav.ts';
import { createWebmCleaner } from './clean-webm-elements.ts';
import type { Cleaner } from './create-piece-cleaner.ts';
import { recordingMetadata } from './recording-metadata.ts';
import { stripAacFill } from './strip-aac-fill.ts';
import { stripMp3Ancillary } from './strip-mp3-ancillary.ts';
import { stripSoundDescription } from './strip-sound-description.ts';
import { stripDecoderDescription, stripVideoPacket } from './strip-video-units.ts';

export type TakePiece = (piece: Uint8Array<ArrayBuffer>) => Promise<void>;

const pieceBytes = 1_024 * 1_024;
/** In bytes: frames of MP3 are held until the last, and a WebM up to this length says how long it plays. */
const maxBytesInMemory = 25_000_000;

// The library would write into the console of the page's person.
Logging.level = LogLevel.Silent;

/**
 * Makes a clean copy of a recording: its first picture and its first sound, as they are, in a new file. Nothing is
 * decoded. Hands on the same pieces each time. Throws FileRefusalError.
 */
export async function cleanRecording(file: Blob, take: TakePiece): Promise<CleanedRecording> {
  const sniffed = sniffFileType(new Uint8Array(await file.slice(0, bytesToSniff).arrayBuffer()));
  if (sniffed.kind !== 'recording') throw new FileRefusalError(sniffed.kind === 'refused' ? sniffed.why : 'damaged');
  const pieces = createPieces(take);
  try {
    const cleaned =
      sniffed.type === 'audio/wav' ? await copyWav(file, pieces.put) : await copyTracks(file, sniffed.type, pieces.put);
    await pieces.end();
    return cleaned;
  } catch (error) {
    throw error instanceof FileRefusalError ? error : new FileRefusalError('damaged');
  }
}

type Put = (bytes: Uint8Array) => Promise<void>;

/** Collects bytes into pieces of one length. */
function createPieces(take: TakePiece): { readonly put: Put; readonly end: () => Promise<void> } {
  let piece = new Uint8Array(pieceBytes);
  let filled = 0;
  return {
    async put(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const step = bytes.subarray(at, at + pieceBytes - filled);
        piece.set(step, filled);
        filled += step.length;
        at += step.length;
        if (filled < pieceBytes) continue;
        await take(piece);
        piece = new Uint8Array(pieceBytes);
        filled = 0;
      }
    },
    async end() {
      if (filled > 0) await take(piece.slice(0, filled));
    },
  };
}

async function copyWav(file: Blob, put: Put): Promise<CleanedRecording> {
  for await (const piece of cleanWav(file, pieceBytes)) await put(piece);
  return {
    type: 'audio/wav',
    sourceType: 'audio/wav',
    metadata: await readMetadata(file, undefined),
    uncoveredSeconds: 0,
  };
}

const inputFormats = [MP4, QTFF, WEBM, MATROSKA, OGG, MP3, ADTS];

/** Never throws: a tag that cannot be read is left out like all others. */
async function readMetadata(file: Blob, input: Input | undefined, facts?: Partial<Mp4Tables>) {
  const opened = input ?? new Input({ source: new BlobSource(file), formats: [WAVE] });
  try {
    const tags = await opened.getMetadataTags();
    const tracks = await opened.getTracks();
    const kinds = new Set(tracks.map(({ type }) => type));
    return recordingMetadata({
      tags,
      createdOn: facts?.createdOn,
      hasMakerBoxes: facts?.hasMakerBoxes ?? false,
      hasOtherTracks: (facts?.hasDataTracks ?? false) || tracks.length > kinds.size,
    });
  } catch {
    return [];
  } finally {
    if (input === undefined) opened.dispose();
  }
}

async function copyTracks(file: Blob, sniffedType: RecordingType, put: Put): Promise<CleanedRecording> {
  const tables = sniffedType.endsWith('/mp4') ? await checkMp4Tables(file) : undefined;
  const input = new Input({ source: new BlobSource(file), formats: inputFormats });
  try {
    if (!(await input.canRead())) throw new FileRefusalError('otherRecording');
    const tracks = await chooseTracks(input);
    const metadata = await readMetadata(file, input, tables);
    const { video, audio } = tracks;
    const sourceType = video === undefined ? soundType(sniffedType) : sniffedType;
    if (video === undefined && audio?.codec === 'mp3') {
      await copyMp3Frames(audio.track, put);
      return { type: 'audio/mpeg', sourceType, metadata, uncoveredSeconds: 0 };
    }
    const form = chooseForm(tracks, file.size);
    const copied = await copyPackets(tracks, form, put);
    const hidden = Math.max(
      ...(['video', 'audio'] as const).map((kind) => copied[kind] - (tables?.shownSeconds[kind] ?? copied[kind])),
    );
    return {
      type: form.type,
      sourceType,
      metadata,
      uncoveredSeconds: hidden < leastHiddenSeconds ? 0 : Math.round(hidden * 100) / 100,
    };
  } finally {
    input.dispose();
  }
}

/** Of a file without a picture, whose first bytes are those of a video. */
function soundType(sniffedType: RecordingType): OriginalFileType {
  if (sniffedType === 'video/webm') return 'audio/webm';
  return sniffedType === 'video/mp4' ? 'audio/mp4' : sniffedType;
}

/** Encoders leave some hundredths of a second at either end. */
const leastHiddenSeconds = 0.25;

interface ChosenTracks {
  readonly video: { readonly track: InputVideoTrack; readonly codec: VideoCodec } | undefined;
  readonly audio: { readonly track: InputAudioTrack; readonly codec: AudioCodec } | undefined;
}

const videoCodecs: ReadonlySet<string> = new Set(['avc', 'hevc', 'vp8', 'vp9', 'av1']);
const audioCodecs: ReadonlySet<string> = new Set(['aac', 'mp3', 'opus', 'vorbis', 'pcm-s16']);

/** One picture and one sound: anything may be in further tracks. */
async function chooseTracks(input: Input): Promise<ChosenTracks> {
  const video = await input.getPrimaryVideoTrack();
  const sounds = await input.getAudioTracks();
  const codecs = await Promise.all(sounds.map((track) => track.getCodec()));
  const videoCodec = await video?.getCodec();
  const at = codecs.findIndex((codec) => codec !== null && audioCodecs.has(codec));
  const [track, audioCodec] = [sounds[at], codecs[at]];
  if (video === null && sounds.length === 0) throw new FileRefusalError('damaged');
  const isSoundUnknown = sounds.length > 0 && !(track && audioCodec);
  const isPictureUnknown = video !== null && !(videoCodec && videoCodecs.has(videoCodec));
  if (isSoundUnknown || isPictureUnknown) throw new FileRefusalError('otherRecording');
  return {
    video: video && videoCodec ? { track: video, codec: videoCodec } : undefined,
    audio: track && audioCodec ? { track, codec: audioCodec } : undefined,
  };
}

interface OutputForm {
  readonly type: RecordingType;
  readonly format: OutputFormat;
  readonly isInMemory: boolean;
  /** If the form has no place for the length of a packet, the last one's would change the length of the whole. */
  readonly hasDurations: boolean;
  readonly createCleaner: () => Cleaner;
}

/** Written from its beginning to its end, so that it can be sealed as it is made. Fewer forms than there are to read. */
function chooseForm({ video, audio }: ChosenTracks, fileBytes: number): OutputForm {
  const isAmong = (codecs: readonly string[], codec: string | undefined): boolean =>
    codec === undefined || codecs.includes(codec);
  if (video === undefined && isAmong(['opus', 'vorbis'], audio?.codec))
    return {
      type: 'audio/ogg',
      format: new OggOutputFormat(),
      isInMemory: false,
      hasDurations: true,
      createCleaner: createOggCleaner,
    };
  if (video && isAmong(['vp8', 'vp9', 'av1'], video.codec) && isAmong(['opus', 'vorbis'], audio?.codec)) {
    // Only if the library may go back into it does it say how long it plays.
    const isInMemory = fileBytes <= maxBytesInMemory;
    const format = new WebMOutputFormat({ appendOnly: !isInMemory });
    return { type: 'video/webm', format, isInMemory, hasDurations: false, createCleaner: createWebmCleaner };
  }
  if (isAmong(['avc', 'hevc'], video?.codec) && isAmong(['aac', 'opus', 'pcm-s16'], audio?.codec))
    return {
      type: video === undefined ? 'audio/mp4' : 'video/mp4',
      format: new Mp4OutputFormat({ fastStart: 'fragmented' }),
      isInMemory: false,
      hasDurations: true,
      createCleaner: () => createMp4Cleaner(video === undefined),
    };
  throw new FileRefusalError('otherRecording');
}

/** Some sound of a frame of MP3 is in the frames before it, so all are held. */
async function copyMp3Frames(track: InputAudioTrack, put: Put): Promise<void> {
  const frames: Uint8Array[] = [];
  let bytes = 0;
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    bytes += data.length;
    if (bytes > maxBytesInMemory) throw new FileRefusalError('overLimit');
    frames.push(data.slice());
  }
  if (frames.length === 0) throw new FileRefusalError('damaged');
  stripMp3Ancillary(frames);
  for (const frame of frames) await put(frame);
}

interface TrackCopy {
  readonly kind: 'video' | 'audio';
  readonly sink: EncodedPacketSink;
  readonly add: (packet: EncodedPacket, timestamp: number) => Promise<void>;
}

const toBytes = (source: AllowSharedBufferSource): Uint8Array =>
  ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);

async function copyVideo({ track, codec }: NonNullable<ChosenTracks['video']>, output: Output): Promise<TrackCopy> {
  const config = await track.getDecoderConfig();
  if (config === null) throw new FileRefusalError('damaged');
  const { description: given, ...rest } = config;
  const description = given && stripDecoderDescription(codec, toBytes(given));
  const decoderConfig = { ...rest, ...(description && { description }) };
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source, { rotation: await track.getRotation() });
  return {
    kind: 'video',
    sink: new EncodedPacketSink(track),
    async add(packet, timestamp) {
      const data = stripVideoPacket(codec, description, packet.data);
      if (data.length > 0) await source.add(packet.clone({ data, sideData: {}, timestamp }), { decoderConfig });
    },
  };
}

async function copyAudio({ track, codec }: NonNullable<ChosenTracks['audio']>, output: Output): Promise<TrackCopy> {
  const config = await track.getDecoderConfig();
  if (config === null) throw new FileRefusalError('damaged');
  const { description: given, ...rest } = config;
  const description = given && stripSoundDescription(codec, toBytes(given));
  const decoderConfig = { ...rest, ...(description && { description }) };
  const source = new EncodedAudioPacketSource(codec);
  output.addAudioTrack(source);
  return {
    kind: 'audio',
    sink: new EncodedPacketSink(track),
    async add(packet, timestamp) {
      const data = codec === 'aac' ? stripAacFill(packet.data) : packet.data;
      await source.add(packet.clone({ data, sideData: {}, timestamp }), { decoderConfig });
    },
  };
}

/** Seconds of each kind that the copy has. */
async function copyPackets(
  { video, audio }: ChosenTracks,
  { format, isInMemory, hasDurations, createCleaner }: OutputForm,
  put: Put,
): Promise<Readonly<Record<TrackCopy['kind'], number>>> {
  const cleaner = createCleaner();
  const putCleaned = async (bytes: Uint8Array): Promise<void> => {
    for (const cleaned of cleaner.push(bytes)) await put(cleaned);
  };
  const buffer = new BufferTarget();
  const target = isInMemory ? buffer : new StreamTarget(createInOrderStream(putCleaned));
  const output = new Output({ format, target });
  const copies = [
    ...(video ? [await copyVideo(video, output)] : []),
    ...(audio ? [await copyAudio(audio, output)] : []),
  ];
  await output.start();
  const seconds = await copyInOrderOfTime(copies, hasDurations);
  await output.finalize();
  if (isInMemory && buffer.buffer) await putCleaned(new Uint8Array(buffer.buffer));
  cleaner.end();
  return seconds;
}

function createInOrderStream(put: Put): WritableStream<StreamTargetChunk> {
  let written = 0;
  return new WritableStream({
    async write({ data, position }) {
      if (position !== written) throw new RangeError('the library went back into what it had written');
      written += data.length;
      await put(data);
    },
  });
}

async function copyInOrderOfTime(
  copies: readonly TrackCopy[],
  hasDurations: boolean,
): Promise<Readonly<Record<TrackCopy['kind'], number>>> {
  // Pictures before the time 0 that those after it are made of: the copy begins with them, so that nothing is hidden.
  const first = await copies.find(({ kind }) => kind === 'video')?.sink.getKeyPacket(0);
  const start = Math.min(0, first?.timestamp ?? 0);
  const ends = { video: 0, audio: 0 };
  const tracks = copies.map((copy) => ({
    copy,
    packets: copy.sink.packets(copy.kind === 'video' ? (first ?? undefined) : undefined),
  }));
  const next = await Promise.all(tracks.map(async ({ packets }) => (await packets.next()).value ?? undefined));
  if (next.every((packet) => packet === undefined)) throw new FileRefusalError('damaged');
  for (;;) {
    let earliest = -1;
    for (const [at, packet] of next.entries())
      if (packet && packet.timestamp < (next[earliest]?.timestamp ?? Number.POSITIVE_INFINITY)) earliest = at;
    const [packet, track] = [next[earliest], tracks[earliest]];
    if (packet === undefined || track === undefined) return ends;
    const { kind } = track.copy;
    const [from, to] = [packet.timestamp - start, packet.timestamp - start + packet.duration];
    // Sound of before the beginning is an encoder's run-up, or was cut.
    if (kind === 'video' || to > 0) {
      const added = hasDurations ? packet : packet.clone({ duration: 0 });
      await track.copy.add(added, kind === 'video' ? from : Math.max(0, from));
      ends[kind] = Math.max(ends[kind], to);
    }
    next[earliest] = (await track.packets.next()).value ?? undefined;
  }
}
