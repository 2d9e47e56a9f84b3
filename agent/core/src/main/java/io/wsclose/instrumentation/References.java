// SPDX-License-Identifier: Apache-2.0
package io.wsclose.instrumentation;

import java.io.IOException;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Whether the types, fields and methods that advice uses are there for the class that it goes into,
 * as the JVM would find them (JVMS 5.4.3 and 5.4.4) but in class files: no class is loaded for it.
 *
 * <p>Where a supertype has no file, or none that this version of ASM reads, the answer is yes: an
 * agent before us may have added the supertype. What is missing after all throws in the advice,
 * which suppresses it.
 */
final class References {
  private final ClassOutlines.Source classes;
  private final String target;

  /**
   * @param target internal name of the class that advice goes into
   */
  References(ClassOutlines.Source classes, String target) {
    this.classes = classes;
    this.target = target;
  }

  /** The first reference of the advice that does not hold, in words; empty if all do. */
  String missing(AdviceFiles.Advised advice) throws IOException {
    for (String type : advice.stackTypes()) {
      if (classes.of(type.replace('.', '/')) == null) {
        return type;
      }
    }
    for (MemberReference member : advice.members()) {
      String problem = problem(member);
      if (!problem.isEmpty()) {
        return problem;
      }
    }
    return "";
  }

  private String problem(MemberReference member) throws IOException {
    String ownerName = member.owner().replace('/', '.');
    ClassOutline owner = classes.of(member.owner());
    if (owner == null) {
      return ownerName;
    }
    if (!owner.isReadable()) {
      return "";
    }
    if (!owner.isPublic() && !owner.isInPackageOf(target)) {
      return ownerName + " to be public";
    }
    if (member.isMethod() && member.isOfInterface() != owner.isInterface()) {
      return ownerName + (owner.isInterface() ? " to be a class" : " to be an interface");
    }
    Search search = new Search();
    ClassOutline declarer = search.declarer(owner, member);
    if (declarer == null) {
      return search.incomplete ? "" : member + otherResult(owner, member);
    }
    int access = declarer.accessOf(member.name(), member.descriptor());
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    if (member.isStatic() != isStatic) {
      return member + (isStatic ? " not to be static" : " to be static");
    }
    return isAccessible(declarer, access) ? "" : member + " to be public";
  }

  private static String otherResult(ClassOutline owner, MemberReference member) {
    return member.isMethod() && owner.hasOtherResult(member) ? " to return " + member.type() : "";
  }

  private boolean isAccessible(ClassOutline declarer, int access) throws IOException {
    if ((access & Opcodes.ACC_PUBLIC) != 0 || declarer.name().equals(target)) {
      return true;
    }
    if ((access & Opcodes.ACC_PRIVATE) != 0) {
      return false;
    }
    return declarer.isInPackageOf(target)
        || ((access & Opcodes.ACC_PROTECTED) != 0 && isSubclass(target, declarer.name()));
  }

  private boolean isSubclass(String type, String superclass) throws IOException {
    String name = type;
    while (name != null && !name.equals(superclass)) {
      ClassOutline outline = classes.of(name);
      if (outline == null || !outline.isReadable()) {
        return true; // not known
      }
      name = outline.superclass();
    }
    return name != null;
  }

  /** Looks for the class that declares a member: classes first, then interfaces. */
  private final class Search {
    private boolean incomplete;

    private ClassOutline declarer(ClassOutline owner, MemberReference member) throws IOException {
      if (member.isConstructor()) {
        return declares(owner, member) ? owner : null;
      }
      for (ClassOutline type = owner; type != null; type = find(type.superclass())) {
        if (declares(type, member)) {
          return type;
        }
      }
      for (ClassOutline type = owner; type != null; type = find(type.superclass())) {
        ClassOutline declarer = inInterfaces(type, member);
        if (declarer != null) {
          return declarer;
        }
      }
      return null;
    }

    private ClassOutline inInterfaces(ClassOutline type, MemberReference member)
        throws IOException {
      for (String name : type.interfaces()) {
        ClassOutline declared = find(name);
        if (declared != null && !declares(declared, member)) {
          declared = inInterfaces(declared, member);
        }
        if (declared != null) {
          return declared;
        }
      }
      return null;
    }

    private boolean declares(ClassOutline type, MemberReference member) {
      return type.accessOf(member.name(), member.descriptor()) != null;
    }

    /** Null for the superclass of {@code Object}, too. */
    private ClassOutline find(String name) throws IOException {
      ClassOutline outline = name == null ? null : classes.of(name);
      boolean known = outline != null && outline.isReadable();
      incomplete |= name != null && !known;
      return known ? outline : null;
    }
  }
}
