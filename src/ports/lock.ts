/** Keeps two builds of one index apart. Throws `index-busy`, naming the holder, when it is taken. */
export interface Lock {
  acquire(): Promise<LockLease>;
}

export interface LockLease {
  release(): Promise<void>;
}
