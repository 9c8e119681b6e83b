import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setUp, setUpShared, createProxyObject } from './set-up.ts';

const ended: number[] = [];
let made = 0;
const make = () => {
  made += 1;
  return { number: made, double: () => made * 2 };
};
const its = setUp(make, ({ number }) => ended.push(number));

let seen = 0;
beforeEach(() => {
  seen = its.number;
});

describe('what is set up for each test', () => {
  it('is there for the hooks below it', () => {
    expect([its.number, seen, ended]).toEqual([1, 1, []]);
  });

  it('is made anew for the next test, after the former was ended', () => {
    expect([its.number, seen, ended]).toEqual([2, 2, [1]]);
  });

  it('has all that the real one has, where it is spread, listed or changed as well', () => {
    expect({ ...its }).toEqual({ number: 3, double: expect.any(Function) });
    expect([Object.keys(its), 'double' in its, 'triple' in its]).toEqual([['number', 'double'], true, false]);
    its.number = 9;
    expect([its.number, its.double()]).toEqual([9, 6]);
  });
});

describe('what is set up for a block', () => {
  const block: string[] = [];
  const shared = setUpShared(
    () => ({ name: `block ${block.push('made')}` }),
    () => block.push('ended'),
  );
  it.each([1, 2])('is the same in test %i', () => {
    expect([shared.name, block]).toEqual(['block 1', ['made']]);
  });
});

it('what is not made yet throws where it is used', () => {
  const nothing = createProxyObject<{ readonly name: string }>(() => undefined);
  expect(() => nothing.name).toThrow('made before a test');
  expect(() => ({ ...nothing })).toThrow('made before a test');
});

afterAll(() => expect(ended).toEqual([1, 2, 9, 4, 5, 6]));
