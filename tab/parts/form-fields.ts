import { createContext, useContext } from 'react';

/** The problem with one field of a form, in words; `field` is the id of its input. */
export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

const ProblemsContext = createContext<readonly FieldProblem[]>([]);

/** The fields of a form, with what is wrong with them. */
export const FormFields = ProblemsContext.Provider;

/** The problem with a field, `undefined` where nothing is or the form was not sent yet. */
export const useProblem = (field: string): string | undefined =>
  useContext(ProblemsContext).find((problem) => problem.field === field)?.text;
