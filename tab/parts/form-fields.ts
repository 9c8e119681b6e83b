import { createContext, useContext } from 'react';

export interface FieldProblem {
  readonly field: string;
  readonly text: string;
}

const ProblemsContext = createContext<readonly FieldProblem[]>([]);

export const FormFields = ProblemsContext.Provider;

export const useProblem = (field: string): string | undefined =>
  useContext(ProblemsContext).find((problem) => problem.field === field)?.text;
