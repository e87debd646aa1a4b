/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a manifest calls the files of an archive. */

#define RANKLE_OMEX_MANIFEST "manifest.xml"

#define RANKLE_FORMATS         "http://identifiers.org/combine.specifications/"
#define RANKLE_FORMAT_ARCHIVE  RANKLE_FORMATS "omex"
#define RANKLE_FORMAT_MANIFEST RANKLE_FORMATS "omex-manifest"
#define RANKLE_FORMAT_METADATA RANKLE_FORMATS "omex-metadata"
#define RANKLE_FORMAT_SEDML    RANKLE_FORMATS "sed-ml.level-1.version-3"
#define RANKLE_FORMAT_SBML     RANKLE_FORMATS "sbml.level-3.version-1"
#define RANKLE_FORMAT_ANY_SBML RANKLE_FORMATS "sbml"
#define RANKLE_MEDIA           "http://purl.org/NET/mediatypes/"
#define RANKLE_FORMAT_TABLE    RANKLE_MEDIA "text/csv"
#define RANKLE_FORMAT_SESSION  RANKLE_MEDIA "application/x-rankle"
