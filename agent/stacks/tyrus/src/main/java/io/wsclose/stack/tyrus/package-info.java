// SPDX-License-Identifier: Apache-2.0
/**
 * Advice for the stack that {@link io.wsclose.stack.tyrus.TyrusStack} describes: its table says
 * which method each class here goes into. The names are explained in {@link io.wsclose.stack}.
 */
package io.wsclose.stack.tyrus;
