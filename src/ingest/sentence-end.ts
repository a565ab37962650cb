const STOP = /[.!?…。！？。।؟۔]["'”’»›)\]]*$/u;

/** True for a text that ends as a sentence does, closing quotes and brackets aside. */
export function endsLikeSentence(text: string): boolean {
  return STOP.test(text.slice(-8));
}
