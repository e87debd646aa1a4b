/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number that the node @math (const ASTNode_t *) stands for, as its digits say: of
 * 1.1e-5 libSBML would give a neighbour, 1.1 times a power of 10. */
double _rankle_digits_read (const void *math);

/* @document (SBMLDocument_t *) as SBML text in which every number is all there. Changes
 * the document. (transfer full) (nullable) */
char *_rankle_digits_write (void *document);

G_END_DECLS
