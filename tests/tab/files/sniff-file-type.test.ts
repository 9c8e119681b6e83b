import { describe, expect, it } from '@jest/globals';
import { sniffFileType } from '../../../tab/files/sniff-file-type.ts';
import { readRecording } from '../../support/files/recording-corpus.ts';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the type of a file', () => {
  it.each([
    ['phone.mov', 'video/mp4'],
    ['film.webm', 'video/webm'],
    ['voice.m4a', 'audio/mp4'],
    ['voice.aac', 'audio/mp4'],
    ['voice.mp3', 'audio/mpeg'],
    ['voice.ogg', 'audio/ogg'],
    ['voice.wav', 'audio/wav'],
  ])('%s is a recording by its first bytes', (name, type) => {
    expect(sniffFileType(readRecording(name))).toEqual({ kind: 'recording', type });
  });

  it.each([
    ['AMR, of old phones', '#!AMR\n<'],
    ['AVI', 'RIFF\u0010\0\0\0AVI LIST'],
    ['WMA', '\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011\u00a6\u00d9'],
    ['FLAC', 'fLaC\0\0\0\u0022'],
    ['AIFF', 'FORM\0\0\u0010\0AIFFCOMM'],
  ])('%s is a recording that cannot be copied', (_name, bytes) => {
    expect(sniffFileType(latin1(bytes))).toEqual({ kind: 'refused', why: 'otherRecording' });
  });

  it.each(['The wide road', 'ID3 is not a person', 'FORM 12, AIF', 'OggS', 'caffeine', 'fLaC', 'A b mdat'])(
    'of a text that begins with “%s” is a text',
    (text) => {
      expect(sniffFileType(latin1(`${text} and so on`))).toEqual({ kind: 'taken', type: 'text/plain' });
    },
  );

  it('of a text in UTF-16 is a text', () => {
    expect(sniffFileType(Buffer.from('\uFEFFwords', 'utf16le'))).toEqual({ kind: 'taken', type: 'text/plain' });
  });
});
