import { describe, expect, it } from '@jest/globals';
import { deploymentOf } from '../../../deploy/template/deployment.ts';
import type { Json } from '../../../deploy/template/json.ts';

/** What an expression comes to in a template that has nothing else. */
const comesTo = (expression: string, given: Json = 'Gwent'): Json | undefined =>
  deploymentOf(
    {
      parameters: { given: { type: typeof given === 'string' ? 'string' : Array.isArray(given) ? 'array' : 'object' } },
      variables: { twice: "[concat(parameters('given'), parameters('given'))]" },
      resources: [],
      outputs: { it: { value: expression } },
    },
    { given },
  ).outputs.it;

describe('an expression of a template', () => {
  it.each<readonly [string, Json]>([
    ['plain', 'plain'],
    ['[[not one]', '[not one]'],
    ["['it''s']", "it's"],
    ["[variables('twice')]", 'GwentGwent'],
    ["[toLower(replace(parameters('given'), 'w', '-'))]", 'g-ent'],
    ["[format('{1}{0}', 'a', 1)]", '1a'],
    ["[if(equals(parameters('given'), 'Gwent'), 'yes', parameters('missing'))]", 'yes'],
    ["[if(empty(parameters('given')), parameters('missing'), createArray(1, 2)[1])]", 2],
    [
      "[map(filter(createArray('a', 'b'), lambda('x', not(equals(lambdaVariables('x'), 'a')))), lambda('x', createObject('is', lambdaVariables('x'))))]",
      [{ is: 'b' }],
    ],
    ["[map(items(createObject('b', 1, 'a', 2)), lambda('x', lambdaVariables('x').key))]", ['a', 'b']],
    ["[and(contains(createObject('a', 1), 'a'), contains(createArray('a'), 'a'), not(contains('abc', 'd')))]", true],
  ])('is worked out: %s', (expression, value) => {
    expect(comesTo(expression)).toEqual(value);
  });

  it.each([
    "[parameters('given') extra]",
    "[parameters('given']",
    "[unknownFunction('x')]",
    "[parameters('given').name]",
    "[createArray('a')[3]]",
    "[format('{1}', 'a')]",
    "[lambdaVariables('x')]",
    "[map('text', lambda('x', 'y'))]",
    "[map(createArray('a'), 'no lambda')]",
    "[reference(resourceId('Microsoft.KeyVault/vaults', 'none')).vaultUri]",
    "[resourceId('Microsoft.KeyVault/vaults')]",
    "[resourceId('Microsoft.KeyVault/vaults', 'one', 'two')]",
    '[]',
    "['no end]",
  ])('is refused where Azure would refuse it: %s', (expression) => {
    expect(() => comesTo(expression)).toThrow(/\./u);
  });
});
