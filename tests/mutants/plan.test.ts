import { describe, expect, it } from '@jest/globals';
import type { Kept, KeptBug } from './kept.ts';
import type { Mutant } from './mutant.ts';
import { type Areas, askedOf, figuresOf, leftOf, unprovenOf } from './plan.ts';

const bug = (name: string): Mutant => ({
  name,
  promise: 'truthful',
  file: 'a.ts',
  find: 'x',
  put: 'y',
  tests: ['tests/a.test.ts'],
});
const areas: Areas = { door: [bug('let in'), bug('left open')], alerts: [bug('left out')] };
const found = (area: string, name: string, verdict: KeptBug['verdict'] = 'caught', commit = 'now'): KeptBug => ({
  commit,
  area,
  name,
  verdict,
  by: 'a test',
  seconds: 1,
});
const keptOf = (...bugs: readonly KeptBug[]): Kept => ({ bugs, tests: [] });
const namesOf = (chosen: Areas): readonly string[] =>
  Object.entries(chosen).flatMap(([area, bugs]) => bugs.map(({ name }) => `${area}: ${name}`));

describe('what is asked for', () => {
  it('is all where nothing is named', () => {
    expect(askedOf([], areas)).toEqual({ goesOn: false, onlySays: false, copies: 1, areas });
  });

  it('is areas in their order, and bugs by a part of their names', () => {
    expect(namesOf(askedOf(['alerts', 'door'], areas).areas)).toEqual([
      'alerts: left out',
      'door: let in',
      'door: left open',
    ]);
    expect(namesOf(askedOf(['left'], areas).areas)).toEqual(['door: left open', 'alerts: left out']);
    expect(namesOf(askedOf(['in', 'open'], areas).areas)).toEqual(['door: let in', 'door: left open']);
    expect(namesOf(askedOf(['nowhere'], areas).areas)).toEqual([]);
  });

  it('goes on, says figures and takes copies', () => {
    const { goesOn, onlySays, copies } = askedOf(['--continue', 'door', '--figures', '--copies', '2'], areas);
    expect([goesOn, onlySays, copies]).toEqual([true, true, 2]);
  });

  it.each(['0', '-1', '1.5', 'many'])('takes no %s copies', (copies) => {
    expect(() => askedOf([`--copies=${copies}`], areas)).toThrow('--copies');
  });

  it('is refused where it is no option', () => {
    expect(() => askedOf(['--contiune'], areas)).toThrow();
  });
});

describe('what is left of a run that was cut off', () => {
  it('is what this state says nothing of, or what never came to an end', () => {
    const kept = keptOf(
      found('door', 'let in', 'no end'),
      found('door', 'left open', 'MISSED'),
      found('alerts', 'let in'),
    );
    expect(namesOf(leftOf(areas, kept, 'now'))).toEqual(['door: let in', 'alerts: left out']);
    expect(namesOf(leftOf(areas, kept, 'another'))).toEqual(namesOf(areas));
  });

  it('are the tests that this state is not known to pass, each once', () => {
    const tests = [
      { commit: 'now', test: 'a', passed: true },
      { commit: 'before', test: 'b', passed: true },
      { commit: 'now', test: 'c', passed: false },
    ];
    expect(unprovenOf(['a', 'b', 'c', 'b'], { bugs: [], tests }, 'now')).toEqual(['b', 'c']);
  });
});

describe('figures', () => {
  it('are whole where each bug was caught in this state', () => {
    const kept = keptOf(found('door', 'let in'), found('door', 'left open'), found('alerts', 'left out'));
    const { lines, isWhole } = figuresOf(areas, kept, 'now');
    expect(isWhole).toBe(true);
    expect(lines).toEqual(['door           2 of 2', 'alerts         1 of 1', '', '3 of 3 planted bugs caught on now.']);
  });

  it.each(['MISSED', 'no fit', 'no load', 'no end'] as const)(
    'name one that ended with "%s", and are not whole',
    (verdict) => {
      const kept = keptOf(found('door', 'let in'), found('door', 'left open', verdict), found('alerts', 'left out'));
      const { lines, isWhole } = figuresOf(areas, kept, 'now');
      expect(isWhole).toBe(false);
      expect(lines).toContain(`${verdict}  door: left open`);
      expect(lines.at(-1)).toBe('2 of 3 planted bugs caught on now.');
    },
  );

  it('count nothing that another state says, and tell it apart', () => {
    const kept = keptOf(
      found('door', 'let in', 'caught', 'before'),
      found('door', 'left open', 'MISSED', 'before'),
      found('alerts', 'left out', 'MISSED', 'before'),
      found('alerts', 'left out'),
    );
    const { lines, isWhole } = figuresOf(areas, kept, 'now');
    expect(isWhole).toBe(false);
    expect(lines).toEqual([
      'door           0 of 2, 2 not tried',
      'alerts         1 of 1',
      '',
      '1 of 3 planted bugs caught on now.',
      '2 not tried on it.',
      'Of these, 1 were caught on before, which does not count here.',
    ]);
  });

  it('take the last that was found', () => {
    const kept = keptOf(found('alerts', 'left out'), found('alerts', 'left out', 'MISSED'));
    expect(figuresOf(askedOf(['alerts'], areas).areas, kept, 'now').isWhole).toBe(false);
  });

  it('are not whole of nothing', () => {
    expect(figuresOf({}, keptOf(), 'now').isWhole).toBe(false);
  });
});
