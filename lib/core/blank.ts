/** Whether a text shows anything at all. */

/** Nothing that can be seen: blanks, control characters, and characters that leave no trace on screen. */
const unseen = /^[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*$/u

export const isBlank = (text: string): boolean => unseen.test(text)
