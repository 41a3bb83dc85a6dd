/** Whether a file is a picture, by its name or its ending. */
export const isPicture = (name: string): boolean => /(^|\.)(png|jpe?g|webp)$/i.test(name);
