package axial.view.run;

/** No batch. */
enum NoBatches implements Course.Batches {
  NONE;

  @Override
  public int count() {
    return 0;
  }

  @Override
  public int epoch(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int inEpoch(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public int ofEpoch(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public double loss(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public double accuracy(int index) {
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public double recall(int index) {
    throw new IndexOutOfBoundsException(index);
  }
}
