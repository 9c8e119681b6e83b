import { describe, expect, it } from '@jest/globals';
import { draw } from '../../cards/draw.ts';

const template = () => ({
  type: 'AdaptiveCard',
  title: '${title}',
  body: [{ type: 'TextBlock', $data: '${lines}', text: '${text}' }],
});

describe('drawing a template', () => {
  it('fills it in', () => {
    expect(draw(template(), { title: 'A', lines: [{ text: 'b' }, { text: 'c' }] })).toEqual({
      type: 'AdaptiveCard',
      title: 'A',
      body: [
        { type: 'TextBlock', text: 'b' },
        { type: 'TextBlock', text: 'c' },
      ],
    });
  });

  it('takes nothing in the data as a template', () => {
    const text = '${$root.title} ${title} ${if(true, 1, 2)} $data';
    expect(draw(template(), { title: 'secret', lines: [{ text }] })['body']).toEqual([{ type: 'TextBlock', text }]);
  });

  it('leaves an empty list out', () => {
    expect(draw(template(), { title: 'A', lines: [] })['body']).toEqual([]);
  });

  it('throws when a field is missing, naming the field alone', () => {
    expect(() => draw(template(), { title: 'secret' })).toThrow('card template: no lines');
    expect(() => draw(template(), { title: 'secret', lines: [{ other: 'secret' }] })).toThrow('card template: no text');
    expect(() => draw({ type: 'AdaptiveCard', text: 'Dear ${name}' }, { title: 'secret' })).toThrow(
      'card template: no name',
    );
  });

  it('refuses to return what is no card', () => {
    expect(() => draw({ type: 'TextBlock' }, {})).toThrow();
  });
});
