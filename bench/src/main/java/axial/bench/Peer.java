package axial.bench;

/** One way to do the tasks: Axial, or a library that it is compared with. */
interface Peer {

  /** What it is and runs on, in one line without paths. */
  String about();

  /**
   * Makes a task ready.
   *
   * @throws UnsupportedOperationException when it cannot do such a task
   */
  Work prepare(Task task) throws Exception;
}
