export const verifyPage = (): string => '';
