import { describe, expect, it } from '@jest/globals';
import { readRecordingStructure } from '../../../../tab/files/recording-structure.ts';
import { FileRefusalError } from '../../../../tab/files/clean-copy.ts';
import { createSeededRandom } from '../../../support/seeded-random.ts';
import {
  copyRecording,
  readRecording,
  recordingCanary,
  recordingNames,
  recordingTypes,
} from '../../../support/files/recording-corpus.ts';

const canaries = [
  Buffer.from(recordingCanary),
  Buffer.from(recordingCanary, 'utf16le'),
  Buffer.from(recordingCanary, 'utf16le').swap16(),
];
const hasCanary = (content: Buffer): boolean => canaries.some((canary) => content.includes(canary));

/** Names of programs, and a place, as the corpus has them beside the canary. */
const tellTale = /lavc|lavf|x26[45]|mediabunny|LAME|libopus|libvorbis|handler|51\.48|2024/iu;

/** The times that boxes of these names have, each of four bytes. */
function timesIn(content: Buffer): readonly number[] {
  const times: number[] = [];
  for (const name of ['mvhd', 'tkhd', 'mdhd'])
    for (let at = content.indexOf(name); at !== -1; at = content.indexOf(name, at + 4))
      times.push(content.readUInt32BE(at + 8), content.readUInt32BE(at + 12));
  return times;
}

describe('a clean copy of a recording', () => {
  it.each(Object.entries(recordingTypes))(
    '%s has its picture and sound, and nothing beside them',
    async (name, type) => {
      const recording = readRecording(name);
      const copy = await copyRecording(recording);
      expect(copy.type).toBe(type);
      if (name !== 'voice.aac') expect(hasCanary(Buffer.from(recording))).toBe(true);
      expect(hasCanary(copy.content)).toBe(false);
      expect(tellTale.exec(copy.content.toString('latin1'))?.[0]).toBeUndefined();
      expect(readRecordingStructure(type, copy.content)).toEqual({ ok: true, hasPicture: type.startsWith('video/') });
      const times = timesIn(copy.content);
      expect(times.filter((time) => time !== 0)).toEqual([]);
      expect(times.length > 0).toBe(type.endsWith('/mp4'));
    },
  );

  it.each(recordingNames)('%s is the same to the byte each time', async (name) => {
    const [once, twice] = [await copyRecording(readRecording(name)), await copyRecording(readRecording(name))];
    expect(once.content.equals(twice.content)).toBe(true);
  });

  it.each(recordingNames)('%s is the same to the byte as its own copy, which has nothing left to say', async (name) => {
    const once = await copyRecording(readRecording(name));
    const again = await copyRecording(new Uint8Array(once.content));
    expect(again.content.equals(once.content)).toBe(true);
    expect(again).toMatchObject({ type: once.type, metadata: [], uncoveredSeconds: 0 });
  });

  it('is described with what the recording said about itself, and with none of its words', async () => {
    const { metadata, sourceType } = await copyRecording(readRecording('phone.mov'));
    expect(sourceType).toBe('video/mp4');
    expect((await copyRecording(readRecording('voice.webm'))).sourceType).toBe('audio/webm');
    expect(metadata.slice(0, 3)).toEqual([
      { kind: 'place' },
      { kind: 'day', day: '2024-05-06' },
      { kind: 'device', device: 'ZZCANARYkmake ZZCANARYkmodel' },
    ]);
    const kinds = async (name: string) => (await copyRecording(readRecording(name))).metadata.map(({ kind }) => kind);
    expect(await kinds('phone.mov')).toEqual(
      expect.arrayContaining(['person', 'program', 'serial', 'words', 'makerNotes', 'tracks']),
    );
    expect(await kinds('voice.mp3')).toEqual(expect.arrayContaining(['place', 'person', 'program', 'attachments']));
    expect(await kinds('voice.ogg')).toEqual(expect.arrayContaining(['place', 'day', 'device', 'person', 'words']));
    expect(await kinds('voice.wav')).toEqual(expect.arrayContaining(['day', 'person', 'words']));
    expect(await kinds('voice.aac')).toEqual([]);
  });

  it('hides nothing that the recording hid, and says how many seconds it shows more', async () => {
    const whole = await copyRecording(readRecording('film.mp4'));
    expect(whole.uncoveredSeconds).toBe(0);
    const beginning = await copyRecording(readRecording('cut-beginning.mp4'));
    expect(beginning.uncoveredSeconds).toBe(1.3);
    const end = await copyRecording(readRecording('cut-end.mp4'));
    expect(end.uncoveredSeconds).toBe(2);
    // The same film in all three.
    for (const { content } of [beginning, end]) expect(content.equals(whole.content)).toBe(true);
  });
});

const patched = (name: string, box: string, offset: number, value: number): Uint8Array<ArrayBuffer> => {
  const bytes = Buffer.from(readRecording(name));
  const at = bytes.indexOf(box);
  if (at === -1) throw new Error(`${name} has no ${box}`);
  bytes.writeUInt32BE(value, at + offset);
  return new Uint8Array(bytes);
};

describe('a recording is refused', () => {
  it.each([
    ['says that it has two thousand million samples', patched('film.mp4', 'stsz', 12, 0x7fffffff)],
    ['says that one run of times has as many', patched('film.mp4', 'stts', 12, 0x7fffffff)],
    ['says that it has as many runs of times', patched('film.mp4', 'stts', 8, 0x7fffffff)],
    ['says that it has as many delays', patched('film.mp4', 'ctts', 8, 0x7fffffff)],
    ['says that one run of delays has as many', patched('film.mp4', 'ctts', 12, 0x7fffffff)],
    ['says that it has as many places', patched('film.mp4', 'stco', 8, 0x7fffffff)],
    ['says that it has as many parts', patched('film.mp4', 'stsc', 8, 0x7fffffff)],
    ['says that a part has as many samples', patched('film.mp4', 'stsc', 16, 0x7fffffff)],
    ['has its sound where its tags are', patched('voice.m4a', 'stco', 12, 0x100)],
    ['has a box of no length', patched('film.mp4', 'trak', -4, 0)],
    ['has a box that is longer than the one around it', patched('film.mp4', 'trak', -4, 0x7fffffff)],
  ])('if it %s', async (_why, bytes) => {
    await expect(copyRecording(bytes)).rejects.toThrow(new FileRefusalError('damaged'));
  });

  it('if it is of a form that is not copied', async () => {
    await expect(copyRecording(readRecording('old.3gp'))).rejects.toThrow(new FileRefusalError('otherRecording'));
  });

  it('if nothing of it is there but its beginning', async () => {
    for (const name of recordingNames)
      await expect(copyRecording(readRecording(name).slice(0, 16))).rejects.toBeInstanceOf(FileRefusalError);
  });
});

const mutationsOfEach = Number(process.env['RECORDING_MUTATIONS'] ?? 20);

/** Cut off, or with bytes changed at its head, anywhere, or in a row. */
function mutate(recording: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const below = (limit: number): number => Math.floor(random() * limit);
  const kind = below(4);
  if (kind === 0) return recording.slice(0, below(recording.length));
  const bytes = recording.slice();
  if (kind === 1) {
    const from = below(Math.min(6_000, bytes.length));
    return bytes.fill(0xff, from, from + 8);
  }
  for (let changes = 1 + below(8); changes > 0; changes -= 1)
    bytes[below(kind === 2 ? Math.min(8_192, bytes.length) : bytes.length)] = below(256);
  return bytes;
}

describe('a recording that is damaged, or made to do harm,', () => {
  it.each(recordingNames)('%s is copied without a word of its tags, or refused', async (name) => {
    const random = createSeededRandom(name.length * 7_919 + mutationsOfEach);
    const recording = readRecording(name);
    for (let n = 0; n < mutationsOfEach; n += 1) {
      const mutated = mutate(recording, random);
      const copy = await copyRecording(mutated).catch((error: unknown) => {
        expect(error).toBeInstanceOf(FileRefusalError);
      });
      // The worker refuses a copy that the frame would not play.
      if (copy === undefined || !readRecordingStructure(copy.type, copy.content).ok) continue;
      expect({ n, hasCanary: hasCanary(copy.content) }).toEqual({ n, hasCanary: false });
    }
  });
});
