/** A card of each input that a journey meets, with a heading that says which step it is. */
export const createStepCard = (step: number, said: string): Record<string, unknown> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: `Step ${step}`, style: 'heading', wrap: true },
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: said }] },
    { type: 'Input.Text', id: 'words', label: 'Your words (required)', isMultiline: true },
    { type: 'Input.Text', id: 'place', label: 'Where' },
    {
      type: 'Input.ChoiceSet',
      id: 'colour',
      label: 'A colour',
      style: 'expanded',
      choices: [
        { title: 'Green', value: 'green' },
        { title: 'Blue', value: 'blue' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'signs',
      label: 'Signs',
      style: 'expanded',
      isMultiSelect: true,
      choices: [
        { title: 'One', value: 'one' },
        { title: 'Two', value: 'two' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'size',
      label: 'A size',
      choices: [
        { title: 'Small', value: 'small' },
        { title: 'Large', value: 'large' },
      ],
    },
    { type: 'Input.Toggle', id: 'sure', label: 'Sure', title: 'I am sure' },
    { type: 'Input.Date', id: 'day', label: 'Which day' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Next', verb: 'next', data: { step } },
    { type: 'Action.Execute', title: 'Back', verb: 'back', data: { step } },
  ],
});
