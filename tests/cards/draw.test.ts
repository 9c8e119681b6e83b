import { describe, expect, it } from '@jest/globals';
import { Template } from 'adaptivecards-templating';
import { draw } from '../../cards/draw.ts';

const template = () => ({
  type: 'AdaptiveCard',
  title: '${title}',
  body: [{ type: 'TextBlock', $data: '${lines}', text: '${text}' }],
});

/** The templates that were filled in while something ran. */
function templatesFilledIn(run: () => void): readonly object[] {
  const filled = new Set<object>();
  // It is called with its own template below.
  // oxlint-disable-next-line typescript/unbound-method
  const { expand } = Template.prototype;
  Template.prototype.expand = function (context) {
    filled.add(this);
    return expand.call(this, context);
  };
  try {
    run();
  } finally {
    Template.prototype.expand = expand;
  }
  return [...filled];
}

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

  it('draws again after it threw', () => {
    const kept = template();
    expect(() => draw(kept, { title: 'A' })).toThrow(TypeError);
    expect(draw(kept, { title: 'B', lines: [] })['title']).toBe('B');
  });

  it('refuses to return what is no card', () => {
    expect(() => draw({ type: 'TextBlock' }, {})).toThrow();
  });

  it('parses a template once', () => {
    const kept = template();
    const filled = templatesFilledIn(() => {
      draw(kept, { title: 'A', lines: [] });
      draw(kept, { title: 'B', lines: [] });
    });
    expect(filled).toHaveLength(1);
  });

  it('keeps nothing of what was drawn', () => {
    const canary = 'canary-of-one-person';
    const filled = templatesFilledIn(() => draw(template(), { title: canary, lines: [{ text: canary }] }));
    const everything = (value: unknown, seen = new Set<unknown>()): string => {
      if (typeof value !== 'object' || value === null) return String(value);
      if (seen.has(value)) return '';
      seen.add(value);
      return Reflect.ownKeys(value)
        .map((key) => everything(Reflect.get(value, key), seen))
        .join(' ');
    };
    expect(filled).toHaveLength(1);
    expect(filled.map((one) => everything(one)).join(' ')).not.toContain(canary);
  });
});
