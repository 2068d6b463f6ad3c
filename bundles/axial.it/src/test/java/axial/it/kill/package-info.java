/** Changes of the extensions that are cut off, each in a process that is killed. */
package axial.it.kill;
