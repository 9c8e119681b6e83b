const namePattern = /^\p{L}[\p{L}\p{M}\p{N} .,’'()&/+-]{0,79}$/u;

/** Whether something can be the name of an organisation: one line, in letters, numbers and the marks of names. */
export const isOrganisationName = (name: string): boolean => namePattern.test(name.trim());
